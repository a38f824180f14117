export const faceId = 'masked-face';

/** Scrolls to the face and its headline where it is out of view, as on a phone: something has just been laid on it. */
export function showFace(): void {
  document.getElementById(faceId)?.scrollIntoView({ block: 'nearest' });
}

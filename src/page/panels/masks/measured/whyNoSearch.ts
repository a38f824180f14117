import type { IdentityHead, Recognition } from '../../../../shared/explain';
import { answerOf } from '../../../../shared/mask/answerOf';

/** Why no mask can be searched for that hides a face; null where one can be, or nobody knows yet. */
export function whyNoSearch(
  network: { readonly name: string; readonly tellsPeople: boolean },
  head: Pick<IdentityHead, 'names'> | null,
  recognition: Recognition | null,
): string | null {
  if (recognition === null) return null;
  if (!network.tellsPeople)
    return (
      `${network.name} sorts faces into classes and knows nobody: there is no name to hide from it. ` +
      'Choose a network that tells people apart.'
    );
  if (head === null || head.names.length < 2)
    return 'There is nobody to be mistaken for: add at least two people to the gallery, on the Faces bench.';
  if (answerOf(recognition)?.name === null)
    return 'Nobody is near enough to this face without a mask: there is no name to hide it from.';
  return null;
}

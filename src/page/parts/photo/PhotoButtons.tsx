import { Camera, ImagePlus } from 'lucide-react';
import { useRef } from 'react';
import { takeFiles } from '../../flows/takeFiles';
import { showSheet } from '../../state/view';
import { Button } from '../../ui/Button';
import styles from './PhotoButtons.module.css';

interface Props {
  /** A photo was chosen. */
  readonly onTaken?: (() => void) | undefined;
  readonly look?: 'primary' | 'plain';
}

/** A photo from a file or from the camera. */
export function PhotoButtons({ onTaken, look = 'primary' }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const take = (files: File[]) => {
    if (files.length === 0) return;
    onTaken?.();
    void takeFiles(files);
  };
  return (
    <div className={styles.buttons}>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        aria-label="Photo file"
        hidden
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button look={look} icon={<ImagePlus aria-hidden />} onClick={() => input.current?.click()}>
        Choose a photo
      </Button>
      <Button icon={<Camera aria-hidden />} onClick={() => showSheet('camera')}>
        Camera
      </Button>
    </div>
  );
}

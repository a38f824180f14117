import { FolderOpen, Images } from 'lucide-react';
import { useRef } from 'react';
import { takeFiles } from '../../../flows/takeFiles';
import { Button } from '../../../ui/Button';
import styles from './EmptyPeople.module.css';

interface Props {
  /** Files were chosen. */
  readonly onTaken?: (() => void) | undefined;
  readonly look?: 'primary' | 'plain';
}

/** Photos from a folder with all that is in it, or many files at once; a table of groups may be among them. */
export function AddButtons({ onTaken, look = 'plain' }: Props) {
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    if (chosen.length === 0) return;
    onTaken?.();
    void takeFiles(chosen);
  };
  return (
    <div className={styles.buttons}>
      {/* React knows the attribute under its old name only. */}
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        aria-label="Folder of photos"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={files}
        type="file"
        accept="image/*,.csv,.tsv,.json,application/json"
        multiple
        aria-label="Photos of people"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <Button look={look} icon={<FolderOpen aria-hidden />} onClick={() => folder.current?.click()}>
        Choose a folder
      </Button>
      <Button icon={<Images aria-hidden />} onClick={() => files.current?.click()}>
        Choose photos
      </Button>
    </div>
  );
}

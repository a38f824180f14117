import { ImagePlus } from 'lucide-react';
import { useDropzone } from 'react-dropzone';
import { Button } from '../../../ui/Button';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import styles from './Gallery.module.css';

interface Props {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Where photos of one person are dropped or chosen. What a file is, is told from its bytes when it is added. */
export function ChoosePhotos({ files, onChange }: Props) {
  const zone = useDropzone({ onDrop: (dropped) => dropped.length > 0 && onChange(dropped), noClick: true });
  const { getRootProps, getInputProps, isDragActive, open } = zone;
  const touch = useMediaQuery('(pointer: coarse), (max-width: 719px)');
  const names = files.map(({ name }) => name).join(', ');
  return (
    <div {...getRootProps({ tabIndex: -1, role: undefined, className: styles.zone, 'data-over': isDragActive })}>
      <input {...getInputProps({ 'aria-label': 'Photos of one person' })} />
      <p>
        {files.length === 0 ? (
          `${touch ? 'Take or choose' : 'Drop'} one or more photos of one person${touch ? '' : ' here'}.`
        ) : (
          <>
            <strong>
              {files.length} {files.length === 1 ? 'photo' : 'photos'}
            </strong>{' '}
            of one person: {names}
          </>
        )}
      </p>
      <Button icon={<ImagePlus aria-hidden />} onClick={open}>
        {files.length === 0 ? 'Choose photos' : 'Choose others'}
      </Button>
    </div>
  );
}

import { GitCompareArrows, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { setReference } from '../../../../flows/faces/setReference';
import { Button } from '../../../../ui/Button';
import { EnrolForm } from './EnrolForm';
import styles from './Who.module.css';

/** What can be done with the face that is shown: name it, or compare others with it. */
export function FaceActions() {
  const [naming, setNaming] = useState(false);
  if (naming) return <EnrolForm onEnd={() => setNaming(false)} />;
  return (
    <div className={styles.actions}>
      <Button icon={<UserPlus aria-hidden />} onClick={() => setNaming(true)}>
        Add to the gallery
      </Button>
      <Button icon={<GitCompareArrows aria-hidden />} onClick={setReference}>
        Use as reference
      </Button>
    </div>
  );
}

import { Braces, FileText, FolderOpen, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ReportChoices } from '../../../flows/people/report/reportContent';
import { type ReportFile, saveReport } from '../../../flows/people/report/saveReport';
import { notifyError } from '../../../state/notices';
import { useStore } from '../../../state/useStore';
import { showSheet, viewStore } from '../../../state/view';
import { Button } from '../../../ui/Button';
import { Segments } from '../../../ui/Segments';
import { Sheet } from '../../../ui/Sheet';
import { Toggle } from '../../../ui/Toggle';
import styles from './Report.module.css';

const pictureOptions = [
  { value: 'none', label: 'Left out' },
  { value: 'blurred', label: 'Blurred' },
  { value: 'included', label: 'Included' },
] as const;

const pictureHints: Readonly<Record<ReportChoices['pictures'], string>> = {
  none: 'No face is in the report. Average maps are drawn on the mean face’s outline.',
  blurred: 'Each face is reduced to 8 × 8 pixels: colours are left, features are not.',
  included: 'The report shows every face, and each group’s mean face. Hand it on only to whom you may show the photos.',
};

interface Entry {
  readonly file: ReportFile;
  readonly title: string;
  readonly detail: string;
  readonly icon: ReactNode;
}

const entries: readonly Entry[] = [
  {
    file: 'html',
    title: 'Save the report',
    detail: 'HTML, one file with figures and maps; opens anywhere and prints',
    icon: <FileText aria-hidden />,
  },
  {
    file: 'figures',
    title: 'Save the figures',
    detail: 'CSV, one line a figure, with intervals and tests',
    icon: <Table2 aria-hidden />,
  },
  {
    file: 'photos',
    title: 'Save the photos’ figures',
    detail: 'CSV, one line a photo',
    icon: <Table2 aria-hidden />,
  },
  {
    file: 'json',
    title: 'Save the study',
    detail: 'JSON, to repeat it; without photos',
    icon: <Braces aria-hidden />,
  },
];

/** The study to hand on: what is in it, and as which file. */
export function ReportSheet() {
  const open = useStore(viewStore, (view) => view.sheet === 'study-report');
  const [choices, setChoices] = useState<ReportChoices>({ pictures: 'none', pseudonyms: true });
  const [busy, setBusy] = useState(false);
  const save = (file: ReportFile) => {
    setBusy(true);
    saveReport(new AbortController().signal, file, choices)
      .catch(notifyError)
      .finally(() => setBusy(false));
  };
  return (
    <Sheet title="Report" open={open} onClose={() => showSheet(null)}>
      <div className={styles.choices}>
        <div className={styles.choice}>
          <span>Photos</span>
          <Segments
            label="Photos in the report"
            value={choices.pictures}
            options={pictureOptions}
            onChange={(pictures) => setChoices({ ...choices, pictures })}
          />
        </div>
        <p className={styles.hint}>{pictureHints[choices.pictures]}</p>
        <Toggle
          label="Numbers in place of names of persons and files"
          checked={choices.pseudonyms}
          onChange={(pseudonyms) => setChoices({ ...choices, pseudonyms })}
        />
        <p className={styles.hint}>
          Groups keep the names that you gave them. A study that is saved without names keeps its settings, and its
          photos have to be grouped again.
        </p>
      </div>
      <ul className={styles.files}>
        {entries.map(({ file, title, detail, icon }) => (
          <li key={file} className={styles.file}>
            <span>
              {title}
              <span className={styles.detail}>{detail}</span>
            </span>
            <Button
              icon={icon}
              look={file === 'html' ? 'primary' : 'plain'}
              disabled={busy}
              aria-label={title}
              onClick={() => save(file)}
            >
              Save
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        <FolderOpen aria-hidden /> A saved study is opened by dropping its file anywhere on the page.
      </p>
    </Sheet>
  );
}

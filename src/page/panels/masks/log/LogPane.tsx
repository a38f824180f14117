import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { exportLog } from '../../../flows/masks/exportLog';
import { clearLog } from '../../../flows/masks/tryMask';
import { maskResultsStore } from '../../../state/maskResults';
import { notifyError } from '../../../state/notices';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { Section } from '../../../ui/Section';
import table from '../Table.module.css';
import { LogTable } from './LogTable';

const stays = 'The mask on the face stays.';

/** Every mask that was tried on this page, with what it did. */
export function LogPane() {
  const log = useStore(maskResultsStore, (state) => state.log);
  const [asking, setAsking] = useState(false);
  if (log.length === 0)
    return (
      <p className={table.empty}>
        Every mask you try is kept here with its answer, until the page is closed or loaded again.
      </p>
    );
  const tries = log.length === 1 ? '1 try' : `${log.length} tries`;
  const save = () => {
    try {
      exportLog();
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Section
      title={tries}
      aside={
        <div className={table.row}>
          <Button icon={<Download aria-hidden />} onClick={save}>
            CSV
          </Button>
          <Button look="quiet" icon={<Trash2 aria-hidden />} onClick={() => setAsking(true)}>
            Clear log
          </Button>
        </div>
      }
    >
      <p className={table.note}>
        A try is one mask on one face with one network, method and layer. A click on a picture puts that mask back.
        Prob.: of the name, or of the nearest where nobody is near enough. Logit: change of the logit of the first name,
        the one without the mask. The log is kept until the page is closed or loaded again: save it as CSV.
      </p>
      <LogTable log={log} />
      <ConfirmDialog
        title="Clear the log?"
        text={log.length === 1 ? `The one try goes. ${stays}` : `All ${log.length} tries go. ${stays}`}
        keep="Keep"
        act="Clear"
        open={asking}
        onClose={() => setAsking(false)}
        onAct={() => {
          setAsking(false);
          clearLog();
        }}
      />
    </Section>
  );
}

import { Popover } from '@base-ui/react/popover';
import { SlidersHorizontal } from 'lucide-react';
import type { MethodId, MethodSettings as Settings } from '../../../shared/explain';
import { changeMethodSettings } from '../../flows/faces/changeExplanation';
import { explanationStore } from '../../state/explanation';
import { useStore } from '../../state/useStore';
import { IconButton } from '../../ui/IconButton';
import { methodTitle } from '../../ui/methodTitle';
import { NumberField } from '../../ui/NumberField';
import popup from '../../ui/Popup.module.css';
import info from './MethodInfo.module.css';

interface Field {
  readonly key: keyof Settings;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly hint: string;
}

const fields: Readonly<Partial<Record<MethodId, readonly Field[]>>> = {
  'smooth-grad': [
    { key: 'samples', label: 'Noisy copies', min: 2, max: 200, step: 1, hint: 'More take longer, and speckle less' },
    {
      key: 'noise',
      label: 'Noise',
      min: 0,
      max: 1,
      step: 0.05,
      hint: 'Standard deviation, as a share of the input’s range',
    },
    { key: 'seed', label: 'Seed', min: 0, max: 4294967295, step: 1, hint: 'Of the noise' },
  ],
  'integrated-gradients': [
    { key: 'steps', label: 'Steps', min: 2, max: 300, step: 1, hint: 'Of the way from a black picture' },
  ],
};

/** The numbers of a method that has some. */
export function MethodSettings({ method }: { readonly method: MethodId }) {
  const settings = useStore(explanationStore, (state) => state.settings);
  const own = fields[method];
  if (own === undefined) return null;
  const title = `Settings of ${methodTitle(method)}`;
  return (
    <Popover.Root>
      <Popover.Trigger render={<IconButton label={title} icon={<SlidersHorizontal aria-hidden />} />} />
      <Popover.Portal>
        <Popover.Positioner className={popup.positioner} sideOffset={8} align="end">
          <Popover.Popup className={info.info}>
            <Popover.Title className={info.title}>{title}</Popover.Title>
            {own.map(({ key, ...field }) => (
              <NumberField
                key={key}
                {...field}
                value={settings[key]}
                onCommit={(value) => changeMethodSettings({ [key]: value })}
              />
            ))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

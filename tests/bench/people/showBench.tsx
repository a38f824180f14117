import '@fontsource-variable/inter';
import '../../../src/page/app/tokens.css';
import { Tooltip } from '@base-ui/react/tooltip';
import { createRoot } from 'react-dom/client';
import { PeoplePanel } from '../../../src/page/panels/people/PeoplePanel';

/** Puts the People bench on the page, as the app has it below its header. @returns what takes it away */
export function showBench(): () => void {
  const place = document.createElement('main');
  document.body.append(place);
  const root = createRoot(place);
  root.render(
    <Tooltip.Provider>
      <PeoplePanel />
    </Tooltip.Provider>,
  );
  return () => {
    root.unmount();
    place.remove();
  };
}

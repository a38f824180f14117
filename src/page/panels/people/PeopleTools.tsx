import { FileText, FolderPlus, Tags } from 'lucide-react';
import { studyStore } from '../../state/study';
import { useStore } from '../../state/useStore';
import { showSheet, viewStore } from '../../state/view';
import { BottomBar, BottomTool } from '../../ui/BottomBar';
import { Sheet } from '../../ui/Sheet';
import { GroupsSection } from './side/GroupsSection';
import { SidePane } from './side/SidePane';

/** On a narrow screen: what stands beside the results on a wide one, in sheets. */
export function PeopleTools() {
  const sheet = useStore(viewStore, (view) => view.sheet);
  const measured = useStore(studyStore, (state) => state.measured.size > 0);
  const close = () => showSheet(null);
  return (
    <>
      <BottomBar>
        <BottomTool icon={<FolderPlus aria-hidden />} name="Study" onClick={() => showSheet('study')} />
        <BottomTool icon={<Tags aria-hidden />} name="Groups" onClick={() => showSheet('study-groups')} />
        <BottomTool
          icon={<FileText aria-hidden />}
          name="Report"
          disabled={!measured}
          onClick={() => showSheet('study-report')}
        />
      </BottomBar>
      <Sheet title="Photos and settings" open={sheet === 'study'} onClose={close}>
        <SidePane />
      </Sheet>
      <Sheet title="Groups" open={sheet === 'study-groups'} onClose={close}>
        <GroupsSection />
      </Sheet>
    </>
  );
}

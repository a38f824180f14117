import { Tabs } from '@base-ui/react/tabs';
import { type PeopleTab, peopleViewStore } from '../../state/peopleView';
import { studyStore } from '../../state/study';
import { useStore } from '../../state/useStore';
import { joinClasses } from '../../ui/joinClasses';
import scroller from '../../ui/Scroller.module.css';
import { DifferencesPane } from './differences/DifferencesPane';
import { GroupsPane } from './groups/GroupsPane';
import { MaskPane } from './mask/MaskPane';
import styles from './StudyTabs.module.css';
import { ChangedSince } from './side/ChangedSince';
import { OtherNetwork } from './side/OtherNetwork';
import { ProgressStrip } from './side/ProgressStrip';
import { PhotosPane } from './table/PhotosPane';
import { TrainingPane } from './training/TrainingPane';

const tabs: readonly { readonly name: PeopleTab; readonly title: string }[] = [
  { name: 'photos', title: 'Photos' },
  { name: 'groups', title: 'Groups' },
  { name: 'differences', title: 'Differences' },
  { name: 'mask', title: 'With a mask' },
  { name: 'training', title: 'Masked training' },
];

/** What there is to see of the photos: one by one, by group, between groups, under a mask, after another training. */
export function StudyTabs() {
  const chosen = useStore(peopleViewStore, (view) => view.tab);
  const measured = useStore(studyStore, (state) => state.measured.size > 0);
  const tab = measured ? chosen : 'photos';
  return (
    <Tabs.Root
      value={tab}
      data-tab={tab}
      onValueChange={(next: PeopleTab) => peopleViewStore.setState({ tab: next })}
      className={styles.results}
    >
      <Tabs.List className={joinClasses(styles.tabs, scroller.shaded)} aria-label="Study">
        {tabs.map(({ name, title }) => (
          <Tabs.Tab key={name} value={name} className={styles.tab} disabled={!measured && name !== 'photos'}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <ProgressStrip />
      <OtherNetwork />
      <ChangedSince />
      <Tabs.Panel value="photos" tabIndex={-1} className={styles.panel}>
        <PhotosPane />
      </Tabs.Panel>
      <Tabs.Panel value="groups" tabIndex={-1}>
        <GroupsPane />
      </Tabs.Panel>
      <Tabs.Panel value="differences" tabIndex={-1}>
        <DifferencesPane />
      </Tabs.Panel>
      <Tabs.Panel value="mask" tabIndex={-1}>
        <MaskPane />
      </Tabs.Panel>
      <Tabs.Panel value="training" tabIndex={-1}>
        <TrainingPane />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

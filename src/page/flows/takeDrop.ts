import { droppedFiles } from '../intake/droppedFiles';
import { notifyError } from '../state/notices';
import { takeFiles } from './takeFiles';

/** Takes in what was dropped, folders with all that is in them. Never rejects. */
export async function takeDrop(data: DataTransfer): Promise<void> {
  try {
    await takeFiles(await droppedFiles(data));
  } catch (error) {
    notifyError(error);
  }
}

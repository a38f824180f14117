import type { Page } from 'playwright-core';

/** Lets the offer to bring a removed network back pass, with which its files go. */
export async function leaveRemoved(page: Page): Promise<void> {
  const notice = page.getByRole('listitem').filter({ hasText: 'is removed from this device' });
  await notice.getByRole('button', { name: 'Close toast' }).click();
}

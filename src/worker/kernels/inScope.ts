interface Disposable {
  dispose(): void;
}

/**
 * Runs an asynchronous job and frees what it owned, the last first, whatever its end: what `tidy` does for synchronous
 * steps.
 */
export async function inScope<T>(job: (own: <D extends Disposable>(owned: D) => D) => Promise<T>): Promise<T> {
  const owned: Disposable[] = [];
  try {
    return await job((item) => {
      owned.push(item);
      return item;
    });
  } finally {
    for (const item of owned.reverse()) item.dispose();
  }
}

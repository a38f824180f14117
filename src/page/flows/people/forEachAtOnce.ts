/**
 * Some at a time, in their order; ends when all have, with the first error if there was one: no item is begun after it.
 * @param atOnce how many are under way at a time
 */
export async function forEachAtOnce<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  let failure: { readonly error: unknown } | null = null;
  const next = async () => {
    for (let item = waiting.shift(); item !== undefined && failure === null; item = waiting.shift()) {
      try {
        await work(item);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  if (failure !== null) throw (failure as { readonly error: unknown }).error;
}

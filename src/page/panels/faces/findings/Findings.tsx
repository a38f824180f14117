/** Placeholder of this worktree, not kept. */
export function Findings() {
  return null;
}

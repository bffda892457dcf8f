import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'

/**
 * The commit that a folder holds, with the time at which it was made. `undefined` without git, in a copy, and where
 * something has been changed since; what a deployment puts into `public` is its own matter. The same folder always gives
 * the same answer, so that two builds of it are the same, too.
 */
export function commitOf(root: string): { readonly id: string; readonly date: string } | undefined {
  try {
    if (realpathSync(git(root, 'rev-parse', '--show-toplevel')) !== realpathSync(root)) return undefined
    if (git(root, 'status', '--porcelain', '--', '.', ':!public') !== '') return undefined
    const [id = '', date = ''] = git(root, 'log', '-1', '--format=%H %cI').split(' ')
    return { id, date }
  } catch {
    return undefined
  }
}

const git = (cwd: string, ...argv: readonly string[]): string =>
  execFileSync('git', argv, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

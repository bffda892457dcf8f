import { apache } from './hosts/apache.ts'
import { azure } from './hosts/azure.ts'
import { cloudFront } from './hosts/cloudFront.ts'
import { nginx } from './hosts/nginx.ts'
import { underscoreHeaders } from './hosts/underscoreHeaders.ts'
import { siteHeaders } from './rules.ts'

export interface DeployOptions {
  /** Origins that may show the viewer in a frame. */
  readonly frameAncestors: readonly string[]
  /** Where the viewer's folder stands on its host, with a slash at both ends. */
  readonly path: string
}

/** Files that a host reads from the folder itself. Elsewhere they are three small files that nobody asks for. */
export const filesForFolder = ({ frameAncestors, path }: DeployOptions): Readonly<Record<string, string>> => {
  const site = siteHeaders(frameAncestors)
  return {
    _headers: underscoreHeaders(site, path),
    'staticwebapp.config.json': azure(site, path),
    '.htaccess': apache(site),
  }
}

/** Everything that `deploy/` has from here. */
export const filesForDeploy = (options: DeployOptions): Readonly<Record<string, string>> => {
  const site = siteHeaders(options.frameAncestors)
  return {
    ...filesForFolder(options),
    'nginx.conf': nginx(site),
    'cloudfront.json': cloudFront(site),
  }
}

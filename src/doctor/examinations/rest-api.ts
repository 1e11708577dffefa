import { say } from '../../language/say.ts'
import type { Examination } from '../examination.ts'
import { firewall } from './firewall.ts'
import { maintenance } from './maintenance.ts'
import { serverPassword } from './server-password.ts'

/** The REST API answers, at the usual place or with plain permalinks. */
export const restApi: Examination = {
  name: 'rest-api',
  about: say`whether this is WordPress with its REST API, switched off by nobody, and with permalinks that are not plain`,
  needs: [serverPassword, maintenance, firewall],
  examine: async (patient) => {
    const { facts, isPretty } = await patient.index()
    if (isPretty) return { grade: 'ok', says: say`${facts.home} has a REST API.` }
    const { last } = await patient.journey()
    return {
      grade: 'advice',
      says:
        last.response.status === 404
          ? say`The REST API answers at index.php?rest_route= alone, which is enough to publish; /wp-json/ is not found.`
          : say`The REST API answers at index.php?rest_route= alone, which is enough to publish; /wp-json/ is another page.`,
      remedy: say`The permalinks are "Plain", or the web server does not hand their addresses to WordPress, so that readers do not reach the articles either. Choose another structure in wp-admin > Settings > Permalinks and save. If that is so already, the lines of WordPress are missing from .htaccess (Apache, LiteSpeed), or from the server (nginx).`,
      example: HAND_OVER,
    }
  },
}

/** As WordPress documents it (Advanced Administration: Web servers). */
const HAND_OVER = `# Apache, in .htaccess; for a blog in /blog/ write that in both places:
RewriteEngine On
RewriteBase /
RewriteRule ^index\\.php$ - [L]
RewriteCond %{REQUEST_FILENAME} !-f
RewriteCond %{REQUEST_FILENAME} !-d
RewriteRule . /index.php [L]
# nginx:
location / { try_files $uri $uri/ /index.php?$args; }`

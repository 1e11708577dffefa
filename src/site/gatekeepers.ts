import { say } from '../language/say.ts'
/** Who answers in place of WordPress: a password of the web server, a firewall, or WordPress while it is closed. */
export type GatekeeperKind = 'password' | 'firewall' | 'maintenance'

/** What an answer of somebody in front of WordPress, or of WordPress while it is closed, means. */
export interface Gatekeeper {
  readonly gatekeeper: GatekeeperKind
  readonly message: string
  readonly advice: string
  /** Lines to copy. */
  readonly example?: string
  readonly short: string
  /** True where every later request would be answered alike, or be counted against us. */
  readonly endsRun: boolean
}

interface Refusal {
  readonly url: string
  /** `GET /wp/v2/posts` */
  readonly request: string
  readonly response: Response
  readonly text: string
  /** WordPress's own error code, where it answered. */
  readonly code: string | undefined
  /** The page that came, by its title; `undefined` where none came. */
  readonly page: string | undefined
}

/** In the languages of the sites that we know; WordPress says it in that of the site (wp_maintenance). */
const MAINTENANCE = /maintenance|メンテナンス|wartung|mantenimiento/i

/**
 * Recognises who answered in place of WordPress.
 *
 * @returns `undefined` where WordPress itself did, or nobody we know
 */
export function recogniseGatekeeper({
  url,
  request,
  response,
  text,
  code,
  page,
}: Refusal): Gatekeeper | undefined {
  const { status, headers } = response
  const realm = basicRealm(headers.get('www-authenticate') ?? '')
  if (status === 401 && code === undefined && realm !== undefined) {
    return {
      gatekeeper: 'password',
      message:
        realm === ''
          ? say`${url} is behind a password of its web server (Basic authentication), which lets no login of WordPress through.`
          : say`${url} is behind a password of its web server (Basic authentication, "${realm}"), which lets no login of WordPress through.`,
      advice: say`Both passwords travel in the same header, so only one can be sent: exempt /wp-json/ from that of the server, which WordPress guards itself.`,
      example: OPEN_REST_API,
      short: say`the web server asks for a password of its own`,
      endsRun: true,
    }
  }
  if (status === 403 && code === undefined && page !== undefined) {
    return {
      gatekeeper: 'firewall',
      message: say`${url} is behind a firewall or a security plugin, which refused ${request} with ${page}.`,
      advice: say`Nothing more was sent, since some count what they refuse and then lock an address out. Look into its log (at the host: "WAF", "REST API restriction", 国外IPアクセス制限), and exempt /wp-json/ for your address; it may be the code within an article that it takes for an attack.`,
      short: say`a firewall refused it with ${page}`,
      endsRun: true,
    }
  }
  // WordPress ends such a request with wp_die, whose JSON has that code.
  if (status === 503 && (code === 'wp_die' || MAINTENANCE.test(text.slice(0, LONGEST)))) {
    return {
      gatekeeper: 'maintenance',
      message: say`${url} is closed for maintenance (503).`,
      advice: say`WordPress does so while it is updated, for some minutes: run the command again then. Where it stays, an update broke off: delete the file .maintenance in the folder of WordPress, or switch off the maintenance mode of the plugin or host.`,
      short: say`the site is closed for maintenance`,
      endsRun: true,
    }
  }
  return undefined
}

/** Of a page that says so far below, the maintenance is a topic. */
const LONGEST = 4000

/** The name of what is guarded (RFC 7617); `''` where it has none. */
function basicRealm(challenge: string): string | undefined {
  if (!/^\s*basic\b/i.test(challenge)) return undefined
  const name = /realm="([^"]{0,80})"/i.exec(challenge)?.[1] ?? ''
  // fetch gives each byte of a header as a character; servers write UTF-8.
  const text = Buffer.from(name, 'latin1').toString('utf8')
  return text.includes('\uFFFD') ? name : text
}

/**
 * Addresses of the REST API hold no dots: what climbs out of them by `..` must not go without the password. Both servers
 * look again after they have handed the request to index.php, so nginx goes by the address that was asked for, and Apache
 * by what it remembers of it.
 */
const OPEN_REST_API = `# Apache, in the .htaccess that asks for the password:
SetEnvIf Request_URI "^/wp-json/[\\w/-]*$" open
<RequireAny>
  Require env open
  Require env REDIRECT_open
  Require valid-user
</RequireAny>
# nginx, within http:
map $request_uri $realm {
  default "Members";
  "~^/wp-json/[\\w/-]*(\\?|$)" off;
}
# nginx, where it asks for the password:
auth_basic $realm;`

/**
 * What brings the login to WordPress where a server keeps the header to itself. Of a PHP that Apache runs as a script of
 * CGI, CGIPassAuth counts in the folder of that script alone, which nobody but the host can write to.
 */
export const PASS_AUTHORIZATION = `# Apache, in .htaccess above the lines of WordPress:
SetEnvIf Authorization "(.+)" HTTP_AUTHORIZATION=$1
# Apache 2.4.13 or newer with PHP as FastCGI, instead:
CGIPassAuth On
# nginx, where it calls PHP:
fastcgi_param HTTP_AUTHORIZATION $http_authorization;
# nginx, where it is a proxy before the site:
proxy_set_header Authorization $http_authorization;`

/** What an answer of somebody in front of WordPress, or of WordPress while it is closed, means. */
export interface Gatekeeper {
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
      message: `${url} is behind a password of its web server (Basic authentication${realm === '' ? '' : `, "${realm}"`}), which lets no login of WordPress through.`,
      advice:
        'Both passwords travel in the same header, so only one can be sent: exempt /wp-json/ from that of the server, which WordPress guards itself.',
      example: OPEN_REST_API,
      short: 'the web server asks for a password of its own',
      endsRun: true,
    }
  }
  if (status === 403 && code === undefined && page !== undefined) {
    return {
      message: `${url} is behind a firewall or a security plugin, which refused ${request} with ${page}.`,
      advice:
        'Nothing more was sent, since some count what they refuse and then lock an address out. Look into its log (at the host: "WAF", "REST API restriction"), and exempt /wp-json/ for your address; it may be the code within an article that it takes for an attack.',
      short: `a firewall refused it with ${page}`,
      endsRun: true,
    }
  }
  // WordPress ends such a request with wp_die, whose JSON has that code.
  if (status === 503 && (code === 'wp_die' || MAINTENANCE.test(text.slice(0, LONGEST)))) {
    return {
      message: `${url} is closed for maintenance (503).`,
      advice:
        'WordPress does so while it is updated, for some minutes: run the command again then. Where it stays, an update broke off: delete the file .maintenance in the folder of WordPress, or switch off the maintenance mode of the plugin or host.',
      short: 'the site is closed for maintenance',
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
  return /realm="([^"]{0,80})"/i.exec(challenge)?.[1] ?? ''
}

const OPEN_REST_API = `# Apache, in the .htaccess that asks for the password:
SetEnvIf Request_URI "/wp-json/" open
<RequireAny>
  Require env open
  Require valid-user
</RequireAny>
# nginx, beside the location that asks for it:
location ^~ /wp-json/ { auth_basic off; try_files $uri /index.php?$args; }`

/** What brings the login to WordPress where a server keeps the header to itself. */
export const PASS_AUTHORIZATION = `# Apache, in .htaccess above the lines of WordPress:
SetEnvIf Authorization "(.+)" HTTP_AUTHORIZATION=$1
# Apache 2.4.13 or newer, where PHP runs as CGI or FastCGI, instead:
CGIPassAuth On
# nginx, where it calls PHP:
fastcgi_param HTTP_AUTHORIZATION $http_authorization;
# nginx, where it is a proxy before the site:
proxy_set_header Authorization $http_authorization;`

/** `300 kB`, `4.5 MB`: of a thousand each, as images.maxBytes is written. */
export function toSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 100_000) / 10} MB`
}

/** What raises the limits of uploads. */
export const RAISE_LIMITS = `# .user.ini or php.ini:
upload_max_filesize = 16M
post_max_size = 20M
# nginx:
client_max_body_size 20m;
# Apache, in .htaccess or the configuration:
LimitRequestBody 20000000`

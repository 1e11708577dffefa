/** What nginx keeps in files while it works, which would lie outside of its folder otherwise. */
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/**
 * A whole configuration of an nginx that is a child of ours and writes nothing outside of its folder.
 *
 * @param http what stands within `http`, servers among it
 */
export function nginxConfig(folder: string, http: string): string {
  return `daemon off;
pid ${folder}/nginx.pid;
worker_processes 1;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_max_body_size 64m;
${TEMPORARY.map((name) => `  ${name}_temp_path ${folder}/nginx-${name};`).join('\n')}
${http}}
`
}

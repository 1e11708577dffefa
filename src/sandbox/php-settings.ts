import path from 'node:path'

/**
 * What the PHP of the embedded WordPress is told besides the settings of its runtime, which lets it keep compiled files
 * as files alone, and then cannot read them: its `flock` takes a shared lock for one that asks for writing. So each
 * request compiled and optimised the whole of WordPress anew, which took four fifths of its time and more.
 */
export const PHP_SETTINGS = `; Written at every start by Rensai.
opcache.file_cache_only = 0
opcache.file_cache =
; Whether a file has changed is looked at each time: the runtime gives different code the same name.
opcache.revalidate_freq = 0
; Optimising takes longer than it saves in a WordPress that runs for minutes.
opcache.optimization_level = 0
`

/** Where they lie, next to what else Rensai adds to WordPress. */
export function phpSettingsFile(wordpress: string): string {
  return path.join(wordpress, 'wp-content', 'rensai-php.ini')
}

/** Where PHP reads them: the runtime names this folder in PHP_INI_SCAN_DIR. */
export const SCANNED_FILE = '/internal/shared/extensions/rensai.ini'

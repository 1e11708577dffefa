/** What begins a shortcode for WordPress (get_shortcode_regex), registered or not. */
export const SHORTCODE = /\[(?=\/?[a-z][\w-]+(?:[\s/\]]|$))/gi

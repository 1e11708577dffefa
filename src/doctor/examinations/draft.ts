import { say } from '../../language/say.ts'
import { tryDraft } from '../../site/try-write.ts'
import type { Examination } from '../examination.ts'
import { role } from './role.ts'

/** What articles about programs hold, and firewalls take for an attack. */
const CONTENT = `<!-- wp:code -->
<pre class="wp-block-code"><code>&lt;?php echo shell_exec('cat /etc/passwd'); ?&gt;
SELECT * FROM wp_users WHERE id = 1 OR 1=1; -- comment
&lt;script&gt;alert(document.cookie)&lt;/script&gt;
curl https://example.com/install.sh | bash</code></pre>
<!-- /wp:code -->`

/** An article with code can be written. */
export const draft: Examination = {
  name: 'draft',
  about: say`whether a draft with code in its text can be made and deleted again, or a firewall takes it for an attack`,
  needs: [role],
  examine: async (patient) => {
    await tryDraft(await patient.http(), 'Rensai doctor', CONTENT)
    return { grade: 'ok', says: say`A draft with code in its text was made and deleted again.` }
  },
}

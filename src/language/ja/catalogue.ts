import type { Catalogue } from '../catalogue.ts'
import { adopt } from './adopt.ts'
import { commands } from './commands.ts'
import { config } from './config.ts'
import { constructs } from './constructs.ts'
import { content } from './content.ts'
import { digest } from './digest.ts'
import { doctor } from './doctor.ts'
import { fields } from './fields.ts'
import { files } from './files.ts'
import { github } from './github.ts'
import { init } from './init.ts'
import { judge } from './judge.ts'
import { limits } from './limits.ts'
import { links } from './links.ts'
import { newArticle } from './new-article.ts'
import { postRules } from './post-rules.ts'
import { posts } from './posts.ts'
import { preview } from './preview.ts'
import { program } from './program.ts'
import { pull } from './pull.ts'
import { render } from './render.ts'
import { report } from './report.ts'
import { sandbox } from './sandbox.ts'
import { shared } from './shared.ts'
import { site } from './site.ts'
import { standards } from './standards.ts'
import { sync } from './sync.ts'
import { verify } from './verify.ts'

/** What Rensai says, in Japanese: a file for each room of `src/`, `postRules` for the rules of posts/, `program` for what lies beside them. */
export const catalogue: Catalogue = {
  ...adopt,
  ...commands,
  ...config,
  ...constructs,
  ...content,
  ...digest,
  ...doctor,
  ...fields,
  ...files,
  ...github,
  ...init,
  ...judge,
  ...limits,
  ...links,
  ...newArticle,
  ...posts,
  ...postRules,
  ...preview,
  ...program,
  ...pull,
  ...render,
  ...report,
  ...sandbox,
  ...shared,
  ...site,
  ...standards,
  ...sync,
  ...verify,
}

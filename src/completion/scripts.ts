import { shellWord } from '../installation.ts'
import type { Shell } from './shells.ts'

/**
 * What a shell reads to complete `rensai`. It asks the file of this very installation, so a folder in which somebody
 * presses a key has nothing of its own run.
 *
 * @param file absolute path of what `rensai` starts
 */
export function completionScript(shell: Shell, file: string): string {
  return SCRIPTS[shell](file)
}

const SCRIPTS: Readonly<Record<Shell, (file: string) => string>> = { bash, zsh, fish }

/** Also for bash 3.2, which macOS has. Bash takes `--name=value` for three words, and replaces the last one alone. */
function bash(file: string): string {
  return `_rensai() {
  local -a words=()
  local word line kind= value i n=0 isJoined=
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if ((n > 0)) && [[ $word == = && \${words[n-1]} == --* ]]; then
      words[n-1]+="="
      isJoined=1
    elif [[ -n $isJoined ]]; then
      words[n-1]+="$word"
      isJoined=
    else
      words[n]="$word"
      n=$((n + 1))
    fi
  done
  word="\${words[n-1]}"
  value="$word"
  [[ $word == --*=* ]] && value="\${word#*=}"
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $kind ]]; then
      kind="$line"
      continue
    fi
    line="\${line%%$'\\t'*}"
    [[ $word == --*=* ]] && line="\${line#*=}"
    [[ $line == *[\\ \\'\\"\\$\\\`\\\\\\!\\&\\;\\|\\<\\>\\(\\)\\*\\?\\[\\]\\{\\}\\~\\#]* ]] && printf -v line %q "$line"
    COMPREPLY+=("$line")
  done < <(node ${shellWord(file)} complete -- "\${words[@]}" 2>/dev/null)
  case "$kind" in
    files | folders)
      compopt -o filenames 2>/dev/null
      [[ $kind == files ]] && kind=-f || kind=-d
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$kind" -- "$value")
      ;;
  esac
  return 0
}
complete -F _rensai rensai`
}

function zsh(file: string): string {
  return `#compdef rensai
_rensai() {
  local -a lines offered shown
  local line
  lines=("\${(@f)$(node ${shellWord(file)} complete -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}")
  case "$lines[1]" in
    files) compset -P '--*='; _files ;;
    folders) compset -P '--*='; _files -/ ;;
    words)
      for line in "\${(@)lines[2,-1]}"; do
        offered+=("\${line%%$'\\t'*}")
        shown+=("\${line/$'\\t'/  -- }")
      done
      compadd -l -d shown -a -- offered
      ;;
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _rensai "$@"
elif (( $+functions[compdef] )); then
  compdef _rensai rensai
fi`
}

function fish(file: string): string {
  return `function __rensai_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (node ${fishWord(file)} complete -- $before[2..-1] "$current" 2>/dev/null)
    set -l option (string match -r -- '^--[^=]*=' "$current")
    set -l value (string replace -r -- '^--[^=]*=' '' "$current")
    switch "$lines[1]"
        case files
            __fish_complete_path "$value" | string replace -r -- '^' "$option"
        case folders
            __fish_complete_directories "$value" | string replace -r -- '^' "$option"
        case words
            test (count $lines) -gt 1; and printf '%s\\n' $lines[2..-1]
    end
    return 0
end
complete -c rensai -f -k -a '(__rensai_complete)'`
}

/** A word in quotes as fish reads them, where only two signs mean something else. */
function fishWord(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}

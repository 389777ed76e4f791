# Completion of thenar for bash: source this file, or install it as
# /usr/share/bash-completion/completions/thenar.
_thenar() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local global="--practice --journal --language --help"
  local session="--silent --no-sound --plain --voice --rate --speed"
  local verb="" below="" options i
  COMPREPLY=()

  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      --practice | --journal | --language) ((i++)) ;;
      -*) ;;
      *) if [[ -z $verb ]]; then verb=${COMP_WORDS[i]}; elif [[ -z $below ]]; then below=${COMP_WORDS[i]}; fi ;;
    esac
  done

  case $before in
    --practice | --app) COMPREPLY=($(compgen -d -- "$word")); return ;;
    --journal | --output | -o | --instance | --script | --clips | --items | --plan) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --csv) [[ $verb == journal ]] && COMPREPLY=($(compgen -W "sessions ratings" -- "$word")) && return ;;
    --language) COMPREPLY=($(compgen -W "en de es" -- "$word")); return ;;
    --hand) COMPREPLY=($(compgen -W "left right" -- "$word")); return ;;
    --sex) COMPREPLY=($(compgen -W "woman man" -- "$word")); return ;;
    --format) COMPREPLY=($(compgen -W "pdf csv json fhir" -- "$word")); return ;;
    --unit) COMPREPLY=($(compgen -W "lb in mm cm" -- "$word")); return ;;
    --mode) COMPREPLY=($(compgen -W "self partner" -- "$word")); return ;;
    --voice | --rate | --speed | --person | --technique | --zone | --tool | --every | --offset | --port) return ;;
    --length | --years | --man | --site | --at | --age | --corrects | --withdraw | --weeks | --days | --from) return ;;
  esac

  case $verb in
    "") options="$global --version screen plan explain massage guide resume serve site programmes techniques zones points precautions
      evidence measures show practice journal measure outcomes report remind motion version" ;;
    screen | explain) options="$global --output -o" ;;
    plan) options="$global --output -o --instance" ;;
    guide) options="$global $session --script --fast" ;;
    resume) options="$global $session" ;;
    serve) options="$global --port --app --lan --open --log --quiet" ;;
    site) options="$global --app --output -o" ;;
    programmes | techniques | zones | points | precautions | evidence | measures)
      options="$global --json"
      [[ -z $below ]] && options="$options show" ;;
    show) options="$global --json" ;;
    practice) if [[ -z $below ]]; then options="$global check"; else options="$global"; fi ;;
    measure) options="$global --hand --site --unit --at --by-another --corrects --withdraw --items --person --age --sex" ;;
    outcomes) options="$global --person --weeks --items --json --output -o" ;;
    report) options="$global --person --weeks --items --plan --format --output -o" ;;
    remind) options="$global --at --days --weeks --from --output -o" ;;
    journal)
      case $below in
        "") options="$global list show export erase" ;;
        list) options="$global --person --json" ;;
        show) options="$global --json" ;;
        export) options="$global --person --csv --output -o" ;;
        erase) options="$global --person --yes" ;;
      esac ;;
    motion)
      case $below in
        "") options="$global check bake sheet export" ;;
        check) options="$global --technique --zone --every --offset" ;;
        bake) options="$global --length --years --man --output -o" ;;
        sheet) options="$global --technique --output -o" ;;
        export) options="$global --technique --zone --tool --mode --clips --csv --output -o" ;;
      esac ;;
    *) options="$global" ;;
  esac
  COMPREPLY=($(compgen -W "$options" -- "$word"))
  case $verb in
    screen | plan | explain | guide) [[ $word != -?* ]] && COMPREPLY+=($(compgen -f -- "$word")) ;;
    practice) [[ $below == check ]] && COMPREPLY+=($(compgen -d -- "$word")) ;;
    motion) [[ $below == export && $word != -?* ]] && COMPREPLY+=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _thenar thenar

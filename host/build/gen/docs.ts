// docs — the reference page docs/abi.md, made from the tables.
import type { Struct, Tables } from "./tables.ts";

const SUPPORT: Record<string, string> = { full: "yes", part: "in part", none: "no (ENOSYS)" };

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function structLines(struct: Struct): string[] {
  return [
    "",
    `### struct ${struct.name}, ${struct.size} bytes`,
    "",
    "| offset | field | type |",
    "|---|---|---|",
    ...struct.fields.map((field) => `| ${field.offset} | ${field.name} | ${cell(field.type)} |`),
  ];
}

/** docs/abi.md, by its path in the repository. */
export function docFiles(tables: Tables): Record<string, string> {
  const calls = tables.syscalls.map((call) => {
    const row = [
      call.nr,
      `\`${cell(call.prototype)}\``,
      SUPPORT[call.support] ?? call.support,
      cell(call.note),
    ];
    return `| ${row.join(" | ")} |`;
  });
  const text = [
    "# The system-call interface",
    "",
    "Generated from `assembly/abi/*.tbl` by `npm run gen`; do not edit. A call is",
    "`kern.trap(nr, a0, a1, a2, a3, a4, a5)`; its result is at least 0, or a negative errno above -4096.",
    "Numbers below 500 are Linux's (asm-generic). An `off_t` takes two arguments, low word first.",
    "",
    "## Calls",
    "",
    "| number | prototype | supported | note |",
    "|---|---|---|---|",
    ...calls,
    "",
    "## Error numbers",
    "",
    "| number | name | text |",
    "|---|---|---|",
    ...tables.errnos.map((errno) => `| ${errno.value} | ${errno.name} | ${errno.text} |`),
    "",
    "## Constants",
    "",
    "| name | value |",
    "|---|---|",
    ...tables.constants.map((constant) => `| ${constant.name} | ${constant.spelling} |`),
    "",
    "## Structures",
    ...tables.structs.flatMap(structLines),
    "",
  ];
  return { "docs/abi.md": text.join("\n") };
}

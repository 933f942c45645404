// debug — what the debug kernel does besides: it checks the order of locks and fills freed memory with junk.

/** True in the debug target (asconfig.json), which is optimised less; a constant, so that release code has no
 *  trace. */
export const DEBUG: bool = ASC_OPTIMIZE_LEVEL < 3;

/** What freed memory is filled with. */
export const JUNK: u8 = 0xa5;

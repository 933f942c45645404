// kern/seek.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.
#ifndef _KERN_SEEK_H
#define _KERN_SEEK_H
#ifndef SEEK_SET
#define SEEK_SET 0
#endif
#ifndef SEEK_CUR
#define SEEK_CUR 1
#endif
#ifndef SEEK_END
#define SEEK_END 2
#endif
#endif

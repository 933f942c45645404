// __hide.h — the end of what <__unhide.h> began. No include guard.
#undef __wasilibc_unmodified_upstream
#pragma pop_macro("NULL")

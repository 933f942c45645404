// comlink — the ES module of comlink, which its package gives no types for under that name.
declare module "comlink/dist/esm/comlink.mjs" {
  export * from "comlink";
}

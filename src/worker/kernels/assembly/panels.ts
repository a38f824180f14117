export const panelRows: i32 = 6;
export const panelColumns: i32 = 8;
/** Bytes of four steps of the depth in a panel of A. */
export const panelGroupBytes: i32 = 96;

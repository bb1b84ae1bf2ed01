/*
 * Light or dark, from a colour as Office gives it.
 */

/** Whether white text reads better than black on a colour like "#262626". */
export function isDark(colour: string): boolean {
  const channels = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour);
  if (!channels) return false;
  const [red, green, blue] = channels.slice(1).map((hex) => {
    const part = parseInt(hex, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  // The luminance at which black and white contrast equally (WCAG).
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! < 0.179;
}

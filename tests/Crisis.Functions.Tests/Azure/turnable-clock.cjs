// Loaded into Azurite before itself: its clock goes ahead by the milliseconds that come in on a line, and says so.
const Real = Date;
let ahead = 0;
globalThis.Date = class Date extends Real {
  constructor(...given) {
    if (given.length > 0) super(...given);
    else super(Real.now() + ahead);
  }
  static now() {
    return Real.now() + ahead;
  }
};
let text = '';
process.stdin.on('data', (more) => {
  text += more;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
    ahead += Number(text.slice(0, end));
    text = text.slice(end + 1);
    console.log(`clock ${ahead}`);
  }
});
process.stdin.unref();

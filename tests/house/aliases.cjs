// The short names of folders, as dependency-cruiser wants them (in webpack's words; there is no webpack here).
const { resolve } = require('node:path');
const checkout = resolve(__dirname, '../..');

module.exports = {
  resolve: {
    alias: {
      $lib: resolve(checkout, 'src/lib'),
      $simulator: resolve(checkout, 'simulator'),
      $content: resolve(checkout, 'content'),
    },
  },
};

// screenshots.mjs URL FOLDER WIDTH HEIGHT: every slide that reveal.js shows at URL, at its end, as FOLDER/001.png and so on.
import { chromium } from 'playwright-core';

const [url, folder, width, height] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars'] });
const page = await browser.newPage({ viewport: { width: +width, height: +height } });
await page.goto(url, { waitUntil: 'load' });
await page.waitForFunction(() => window.Reveal?.isReady());
await page.evaluate(() => {
  Reveal.configure({ transition: 'none', backgroundTransition: 'none', controls: false, progress: false, history: false });
  return document.fonts.ready;
});
await page.addStyleTag({ content: '.controls, .progress { display: none !important }' });
const places = await page.evaluate(() => Reveal.getSlides().map(slide => Reveal.getIndices(slide)));
for (const [index, { h, v }] of places.entries()) {
  await page.evaluate(([h, v]) => {
    Reveal.slide(h, v ?? 0, 1000);
    return Promise.all([...document.querySelectorAll('section.present img')].map(image => image.decode().catch(() => {})));
  }, [h, v]);
  await page.waitForTimeout(300);  // backgrounds load without saying so
  await page.screenshot({ path: `${folder}/${String(index + 1).padStart(3, '0')}.png` });
}
await browser.close();

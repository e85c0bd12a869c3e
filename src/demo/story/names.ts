import { tableOf } from './table.ts'

/** A name in its own letters, in Latin ones, and of whom: f, m, or nothing where it is both. */
export interface Name {
  own: string
  latin: string
  gender: string
}

export type People = 'hebrew' | 'russian' | 'english'

const names = (text: string): Name[] =>
  tableOf(text).map(([own, latin, gender]) => ({ own: own!, latin: latin || own!, gender: gender ?? '' }))

/** First and last names by the letters in which they are at home. */
export const namesOf: Record<People, { first: Name[]; last: Name[] }> = {
  hebrew: {
    first: names(`
      נועה/Noa/f, תמר/Tamar/f, יעל/Yael/f, מיכל/Michal/f, שירה/Shira/f, רונית/Ronit/f, אורלי/Orly/f, דנה/Dana/f, ענת/Anat/f
      הדס/Hadas/f, ליאת/Liat/f, סיגל/Sigal/f, מורן/Moran/f, קרן/Keren/f, עינת/Einat/f, רחל/Rachel/f, אסתר/Ester/f, גלית/Galit/f
      אפרת/Efrat/f, נטע/Neta/f, הילה/Hila/f, שני/Shani/f, ורד/Vered/f, אילנה/Ilana/f, רותם/Rotem/f, מאיה/Maya/f, איילת/Ayelet/f
      דוד/David/m, יוסי/Yossi/m, אבי/Avi/m, משה/Moshe/m, איתי/Itay/m, עומר/Omer/m, גיא/Guy/m, רון/Ron/m, ארז/Erez/m, אלון/Alon/m
      יניב/Yaniv/m, אמיר/Amir/m, נדב/Nadav/m, עידו/Ido/m, אורי/Uri/m, דורון/Doron/m, שי/Shay/m, אסף/Asaf/m, רועי/Roy/m, ניר/Nir/m
      אייל/Eyal/m, תומר/Tomer/m, חיים/Haim/m, יעקב/Yaakov/m, אהרון/Aharon/m, בועז/Boaz/m, גלעד/Gilad/m, מתן/Matan/m, עופר/Ofer/m
    `),
    last: names(`
      לוי/Levi, כהן/Cohen, מזרחי/Mizrahi, פרץ/Peretz, ביטון/Biton, דהן/Dahan, אברהם/Avraham, פרידמן/Friedman, מלכה/Malka
      אזולאי/Azulay, כץ/Katz, יוסף/Yosef, דוד/David, עמר/Amar, אוחיון/Ohayon, חדד/Hadad, גבאי/Gabay, בן־דוד/Ben-David
      אדרי/Edri, לוין/Levin, טל/Tal, קליין/Klein, חן/Chen, שפירא/Shapira, חזן/Hazan, משה/Moshe, אשכנזי/Ashkenazi, אוחנה/Ohana
      סגל/Segal, סויסה/Swissa, רוזן/Rosen, ברק/Barak, גולן/Golan, אלמוג/Almog, שגב/Sagiv, הררי/Harari, נחום/Nahum, ארד/Arad
      בר־לב/Bar-Lev, דגן/Dagan, זיו/Ziv, יערי/Yaari, כרמי/Carmi, נבון/Navon, עוז/Oz, פלג/Peleg, צור/Tzur, קדם/Kedem, רגב/Regev
      שדה/Sade, תבור/Tabor, אלקיים/Elkayam, בוזגלו/Buzaglo, וקנין/Vaknin, זכאי/Zakai, חליל/Khalil, נאסר/Nasser, סלאמה/Salameh
    `),
  },
  russian: {
    first: names(`
      Ирина/Irina/f, Светлана/Svetlana/f, Ольга/Olga/f, Наталья/Natalia/f, Марина/Marina/f, Юлия/Julia/f, Татьяна/Tatiana/f
      Дмитрий/Dmitry/m, Сергей/Sergey/m, Алексей/Alexey/m, Игорь/Igor/m, Михаил/Michael/m, Павел/Pavel/m, Олег/Oleg/m
      Вадим/Vadim/m, Антон/Anton/m, Борис/Boris/m, Леонид/Leonid/m, Максим/Maxim/m, Анна/Anna/f, Елена/Elena/f
    `),
    last: names(`
      Гуревич/Gurevich, Шевченко/Shevchenko, Бондаренко/Bondarenko, Рабинович/Rabinovich, Ткачук/Tkachuk, Мельник/Melnik
      Кравец/Kravetz, Фридман/Fridman, Бергер/Berger, Коваленко/Kovalenko, Шварцман/Shvartsman, Зильберман/Zilberman
      Гринберг/Grinberg, Литвак/Litvak, Марченко/Marchenko, Вайсман/Vaisman, Савчук/Savchuk, Лившиц/Livshits
    `),
  },
  english: {
    first: names(`
      Alice//f, Emma//f, Grace//f, Hannah//f, Julia//f, Laura//f, Megan//f, Sophie//f, Rachel//f, Claire//f, Nora//f, Amelia//f
      James//m, Oliver//m, Daniel//m, Thomas//m, Henry//m, Lukas//m, Ben//m, Martin//m, Peter//m, Simon//m, Jack//m, Samuel//m
    `),
    last: names(`
      Harper, Whitfield, Langley, Morrow, Ashdown, Bennett, Calloway, Draper, Ellison, Farrow, Gallagher, Hollis, Ingram
      Jarvis, Keating, Lindqvist, Marlowe, Novak, Osborne, Pemberton, Quigley, Rowntree, Sandoval, Thorne, Underhill, Vogel
      Wainwright, Yates, O'Shea, Fitzroy
    `),
  },
}

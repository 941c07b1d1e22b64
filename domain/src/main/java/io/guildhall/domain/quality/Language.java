package io.guildhall.domain.quality;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Languages told apart by their small words, which are no subject of any task. */
enum Language {
    ENGLISH(
            "the a an and or of to in on at for with by from is are was were be been it its this that these those as"
                    + " not no can could will would should must may have has had do does did i we you they he she our"
                    + " your their there here when where which who what how than then so if but into out up down over"
                    + " under after before only also all each every any some more most other such same own one two"
                    + " three now just very too about between through both per via let's it's don't"),
    GERMAN(
            "der die das und oder ein eine einen einem einer ist sind war wird werden wurde nicht mit von zu im in am"
                    + " an auf für bei nach aus als auch es er sie wir ich den dem des sich dass wenn nur noch so"
                    + " dazu deshalb diese dieser dieses je beide immer hier dort durch über unter zum zur"),
    FRENCH(
            "le la les un une des et ou de du au aux est sont était pas avec pour par sur dans que qui ne ce cette ces"
                    + " je nous vous il elle on se sa son ses plus en à maintenant chaque comme sans mais"),
    SPANISH(
            "el la los las un una y o de del al es son era no con por para en que quien se su sus lo como más pero este"
                    + " esta estos cuando hay ya muy sin sobre cada donde también tu"),
    PORTUGUESE(
            "o a os as um uma e ou de do da dos das no na nos nas é são não com por para em que se seu sua como mais"
                    + " mas este esta quando já muito sem sobre cada onde também agora"),
    ITALIAN(
            "il lo la i gli le un una e o di del della dei al è sono non con per in che si suo sua come più ma questo"
                    + " questa quando già molto senza su ogni dove anche"),
    DUTCH(
            "de het een en of van te in op aan voor met door is zijn was niet dat die dit deze als ook maar er om naar"
                    + " bij uit nog wel je we ze hij"),
    TURKISH(
            "ve veya bir bu şu için ile de da ki mi ne çok daha gibi olarak artık bütün tüm yok var her ise içinde"
                    + " üzerinde kadar sonra önce"),
    INDONESIAN(
            "yang dan di ke dari untuk dengan ini itu tidak ada pada akan atau juga adalah sudah kami saya"),
    RUSSIAN(
            "и в на с по для не что это как к из от за у о же но или при только там где уже был была было были есть"
                    + " нет так его её их мы я он она они тот эта эти когда"),
    /** Chinese, Japanese and Korean have no such words between spaces; their script tells them. */
    CHINESE(""),
    JAPANESE(""),
    KOREAN(""),
    UNKNOWN("");

    private static final int WORDS_MIN = 8;

    /** Which languages have a small word; a word of none is not there. */
    private static final Map<String, Set<Language>> BY_WORD = byWord();

    private final String smallWords;

    Language(String smallWords) {
        this.smallWords = smallWords;
    }

    private static Map<String, Set<Language>> byWord() {
        Map<String, Set<Language>> byWord = new HashMap<>();
        for (Language language : values()) {
            for (String word : language.smallWords.split(" ", -1)) {
                byWord.computeIfAbsent(word, _ -> EnumSet.noneOf(Language.class)).add(language);
            }
        }
        return Map.copyOf(byWord);
    }

    static boolean isSmallWord(String lowerCase) {
        return BY_WORD.containsKey(lowerCase);
    }

    /** Of a text too short to tell, unknown. */
    static Language of(String text, Collection<String> lowerCaseWords) {
        Language byScript = byScript(text);
        if (byScript != UNKNOWN) {
            return byScript;
        }
        if (lowerCaseWords.size() < WORDS_MIN) {
            return UNKNOWN;
        }
        Map<Language, Integer> hits = new EnumMap<>(Language.class);
        for (String word : lowerCaseWords) {
            for (Language language : BY_WORD.getOrDefault(word, Set.of())) {
                hits.merge(language, 1, Integer::sum);
            }
        }
        return hits.entrySet().stream()
                .max(
                        Map.Entry.<Language, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .filter(best -> best.getValue() * 20 >= lowerCaseWords.size())
                .map(Map.Entry::getKey)
                .orElse(UNKNOWN);
    }

    /** A text in one of these scripts still holds many Latin names. */
    private static Language byScript(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long han = inScript(text, Character.UnicodeScript.HAN);
        long kana =
                inScript(text, Character.UnicodeScript.HIRAGANA)
                        + inScript(text, Character.UnicodeScript.KATAKANA);
        long hangul = inScript(text, Character.UnicodeScript.HANGUL);
        if ((han + kana + hangul) * 5 < letters || letters == 0) {
            return UNKNOWN;
        }
        if (hangul > han + kana) {
            return KOREAN;
        }
        return kana * 10 > han ? JAPANESE : CHINESE;
    }

    private static long inScript(String text, Character.UnicodeScript script) {
        return text.codePoints()
                .filter(point -> Character.UnicodeScript.of(point) == script)
                .count();
    }
}

package io.guildhall.domain.quality;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text in a delivery that speaks to whoever judges it and not to the poster. It is left out before
 * anything is judged, sentence by sentence, so that it moves no score in either direction.
 */
public final class JudgeAddress {

    /** A judge, what it is to do, and what it is to do it to: all three in one sentence. */
    private static final List<Pattern> TOGETHER =
            List.of(
                    words(
                            "judge|judging|grader|grading|evaluator|scorer|quality gate|pdqg|language model|"
                                    + "ai model|llm|gpt|assistant|prüfer|bewerter|evaluador|calificador|évaluateur|"
                                    + "correcteur|avaliador",
                            "оценщик|проверяющ|评分|评审|评判|裁判|評価者|審査|채점|심사"),
                    words(
                            "ignore|disregard|forget|override|give|assign|award|rate|score|scored|mark|output|"
                                    + "respond|return|must|should|pass|approve|accept|treat|consider|vergib|gib|"
                                    + "bewerte|ignoriere|ignora|asigna|otorga|donne|attribue|ignorez|dê|atribua",
                            "поставь|игнорируй|忽略|给出|打分|通过|無視|与え|무시|부여|are"),
                    words(
                            "score|scores|scored|mark|marks|grade|rating|verdict|points|instruction|instructions|"
                                    + "rubric|submission|delivery|work|excellent|gate|punktzahl|abgabe|puntuación|"
                                    + "instrucciones|entrega|consignes|rendu|nota|respond|rate",
                            "балл|указани|分|指示|点|점수|지시"));

    /** Sayings that nobody means for a poster. */
    private static final List<Pattern> SAYINGS =
            List.of(
                    words(
                            "(ignore|disregard|forget)( all| any)?( of)?( the| your)? (previous|prior|above|earlier|"
                                    + "preceding) (instructions?|prompts?|rules?)",
                            "\\[/?inst\\]|<\\|[a-z_]{3,20}\\|>|</?(system|delivery|submission)>"),
                    words(
                            "(full|maximum|max|highest|top|perfect) (marks?|score|rating|points)|volle punktzahl|"
                                    + "puntuación máxima|note maximale|pontuação máxima",
                            "满分|滿分|満点|만점|высш\\p{L}{1,9} балл|максимальн\\p{L}{1,9} балл"),
                    words(
                            "(output|respond|return|answer|reply)( only)?( with)? .{0,40}\"?score\"?",
                            "^\\s*(system|assistant)\\s*:"),
                    words(
                            "(the )?verdict (is|must be|should be) (a )?pass",
                            "score of (100|10000|1\\.0)\\b"));

    private JudgeAddress() {}

    /** The text without it; where there is none, exactly the text. */
    public static String leftOut(String text) {
        StringBuilder kept = new StringBuilder();
        boolean inCode = false;
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.stripLeading().startsWith("```")) {
                inCode = !inCode;
            }
            if (inCode) {
                kept.append(line);
            } else {
                keepSentences(line, kept);
            }
        }
        return kept.toString();
    }

    private static void keepSentences(String line, StringBuilder kept) {
        for (String sentence : Reading.SENTENCE_END.split(line, -1)) {
            if (!isMet(sentence)) {
                kept.append(sentence);
            }
        }
        if (line.endsWith("\n") && (kept.isEmpty() || kept.charAt(kept.length() - 1) != '\n')) {
            kept.append('\n');
        }
    }

    static boolean isMet(String sentence) {
        return TOGETHER.stream().allMatch(pattern -> pattern.matcher(sentence).find())
                || SAYINGS.stream().anyMatch(pattern -> pattern.matcher(sentence).find());
    }

    /**
     * @param whole found as whole words
     * @param anywhere found inside of words too, for scripts that do not part them
     */
    private static Pattern words(String whole, String anywhere) {
        return Phrase.of("\\b(?:" + whole + ")\\b|(?:" + anywhere + ")");
    }
}

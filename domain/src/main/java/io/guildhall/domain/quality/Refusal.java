package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;
import java.util.List;
import java.util.regex.Pattern;

/** Says that the work was not done. */
final class Refusal implements Look {

    private static final String NAME = "refusal";

    private static final Pattern REFUSED =
            Phrase.of(
                    "as an? (?:ai|artificial|large language|language)[ -]?(?:intelligence|language)?[ -]?(?:model|assistant)?"
                            + "|\\bi(?:'m| am) (?:sorry|unable|not able)\\b|\\bi apologi[sz]e\\b"
                            + "|\\b(?:i|we) (?:cannot|can't|can ?not|could ?n[o']t|could not|won't|will not|was not able to|"
                            + "were not able to|am unable to|do not have|don't have) (?:\\w+ ){0,3}?(?:access|help|assist|complete|"
                            + "do|run|provide|perform|execute|fulfil+|reproduce|ability|finish|write|able)\\b"
                            + "|\\bi (?:do not|don't) have (?:the )?(?:access|ability)\\b"
                            + "|als ki[- ]|es tut mir leid|kann ich (?:keine|nicht|leider)|nicht erledigen"
                            + "|je suis désolé|en tant que modèle|je ne peux pas|lo siento|como modelo de lenguaje|no puedo"
                            + "|desculpe|como modelo de linguagem|não posso|üzgünüm|yapay zek[aâ]|к сожалению, я|как языковая модель"
                            + "|抱歉|无法|不能完成|作为一个人工智能|申し訳|できません|죄송|할 수 없");

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        List<Reading.Sentence> sentences = delivered.reading().sentences();
        int refused =
                sentences.stream()
                        .filter(sentence -> REFUSED.matcher(sentence.text()).find())
                        .mapToInt(sentence -> sentence.tokens().size())
                        .sum();
        double share = delivered.words() == 0 ? 0 : (double) refused / delivered.words();
        // One honest sentence on what could not be done is part of good work.
        if (share < 0.3) {
            return Look.noLimit(NAME, "Does not refuse the task");
        }
        return new Part(
                NAME,
                share < 0.4 ? 3_500 : 1_000,
                0,
                "Says that the work could not be done",
                "hand in what was done, or release the claim");
    }
}

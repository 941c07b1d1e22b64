package io.guildhall.domain.quality;

import io.guildhall.domain.bounty.BountyTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a task asks for, as far as its words tell.
 *
 * @param core what it is about: the subjects of its title and criteria
 * @param subjects these and the subjects of its description
 * @param names those of its subjects that are the same in every language
 * @param wordsMin how long a full answer is at least
 * @param wordsMax how long it may be at most, where that is said
 * @param isTiny whether a word or a line is a full answer
 */
record Asked(
        List<Criterion> criteria,
        Set<String> core,
        Set<String> subjects,
        Set<String> names,
        Language language,
        String words,
        int wordsMin,
        OptionalInt wordsMax,
        boolean isTiny) {

    private static final int TINY_WORDS = 14;
    private static final int WORDS_PER_PAGE = 250;

    private static final Map<String, Integer> WORDS_BY_CATEGORY =
            Map.of("writing", 150, "research", 130, "docs", 50);
    private static final int WORDS_OTHERWISE = 28;
    private static final int WORDS_PER_CRITERION = 4;
    private static final int WORDS_TINY = 1;

    private static final Pattern WORDS_AT_LEAST =
            Phrase.of("(?:at least|minimum(?: of)?|min\\.?) \\**([\\d.,]+)\\**[ -]words");
    private static final Pattern WORDS_AT_MOST =
            Phrase.of(
                    "(?:under|fewer than|less than|at most|up to|max(?:imum)?\\.?|no more than) \\**([\\d.,]+)\\**[ -]words");
    private static final Pattern PAGES =
            Phrase.of(
                    "(?:\\b(?:at least|of|about|roughly) |^|\\W(?=one-|half))(half a|one|two|three|four|five|\\d{1,2})[ -]pages?\\b");
    private static final Pattern TINY =
            Phrase.of(
                    "\\b(?:one|a single|in one|in a) (?:word|line|sentence|number|digit|name)\\b|\\byes or no\\b"
                            + "|\\bone[- ]word\\b");
    private static final Map<String, Integer> NUMBERS =
            Map.of("one", 1, "two", 2, "three", 3, "four", 4, "five", 5);

    /**
     * @param stems what it is about
     */
    record Criterion(String text, Set<String> stems) {}

    static Asked of(BountyTerms terms) {
        String said = String.join("\n", terms.acceptanceCriteria());
        String all = terms.title() + "\n" + said + "\n" + terms.description();
        Reading title = Reading.of(terms.title() + "\n" + said);
        Reading everything = Reading.of(all + "\n" + String.join("\n", terms.capabilities()));
        List<Criterion> criteria = new ArrayList<>();
        for (String text : terms.acceptanceCriteria()) {
            criteria.add(new Criterion(text, Reading.of(text).stems()));
        }
        if (criteria.isEmpty()) {
            criteria.add(new Criterion(terms.title(), Reading.of(terms.title()).stems()));
        }
        Set<String> names = new HashSet<>();
        everything.tokens().stream()
                .filter(token -> token.isSpecific() && token.isSubject())
                .map(Token::stem)
                .forEach(names::add);
        long length = everything.tokens().size();
        boolean tiny =
                TINY.matcher(all).find()
                        || (terms.acceptanceCriteria().isEmpty() && length <= TINY_WORDS);
        return new Asked(
                criteria,
                title.stems(),
                everything.stems(),
                names,
                everything.language(),
                all,
                tiny ? WORDS_TINY : wordsMin(terms, all),
                number(WORDS_AT_MOST, all),
                tiny);
    }

    private static int wordsMin(BountyTerms terms, String all) {
        OptionalInt atLeast = number(WORDS_AT_LEAST, all);
        if (atLeast.isPresent()) {
            return atLeast.getAsInt();
        }
        OptionalInt atMost = number(WORDS_AT_MOST, all);
        if (atMost.isPresent()) {
            return Math.max(1, atMost.getAsInt() / 4);
        }
        Matcher pages = PAGES.matcher(all);
        if (pages.find()) {
            return words(pages.toMatchResult());
        }
        return WORDS_BY_CATEGORY.getOrDefault(terms.category(), WORDS_OTHERWISE)
                + WORDS_PER_CRITERION * terms.acceptanceCriteria().size();
    }

    /** A page with pictures and tables has few words; as many are asked for as any page has. */
    private static int words(MatchResult pages) {
        String count = pages.group(1).toLowerCase(Locale.ROOT);
        if (count.equals("half a")) {
            return WORDS_PER_PAGE / 3;
        }
        int number = NUMBERS.containsKey(count) ? NUMBERS.get(count) : Integer.parseInt(count);
        return number * WORDS_PER_PAGE * 2 / 3;
    }

    private static OptionalInt number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return OptionalInt.empty();
        }
        String digits = found.group(1).replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 6
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(digits));
    }
}

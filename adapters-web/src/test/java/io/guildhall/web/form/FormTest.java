package io.guildhall.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void fieldsAreReadAsBrowsersSendThem() {
        Form form = Form.read("a=one+two&b=%C3%BC%26%3D&a=three&c&d=x%0D%0Ay");

        assertThat(form.text("a")).isEqualTo("one two");
        assertThat(form.all("a")).containsExactly("one two", "three");
        assertThat(form.text("b")).isEqualTo("ü&=");
        assertThat(form.has("c")).isTrue();
        assertThat(form.given("c")).isNull();
        assertThat(form.lines("d")).isEqualTo(List.of("x", "y"));
        assertThat(form.text("nothing")).isEmpty();
    }

    @Test
    void longFieldsAreReadWhole() {
        String text = "x".repeat(100_000);

        assertThat(Form.read("a=" + text).text("a")).isEqualTo(text);
    }

    @Test
    void whatIsNoFormIsRefused() {
        assertThatThrownBy(() -> Form.read("a=%zz")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Form.read("a=1&".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void formsThatAskForOtherThingsDiffer() {
        String one = Form.read("a=1&b=2&form_token=x").canonical();

        assertThat(Form.read("a=1&b=2&form_token=y").canonical()).isEqualTo(one);
        assertThat(Form.read("a=1&b=3").canonical()).isNotEqualTo(one);
        assertThat(Form.read("a=1b&=2").canonical()).isNotEqualTo(Form.read("a=1&b=2").canonical());
    }
}

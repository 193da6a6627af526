package dev.paperboy.store;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Texts as every engine keeps them: PostgreSQL knows no character 0. */
final class PlainText extends AbstractArgumentFactory<String> {
  PlainText() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(String text, ConfigRegistry config) {
    String plain = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    return (position, statement, context) -> statement.setString(position, plain);
  }
}

import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a pattern a line and its subjects, in Base64 between tabs; prints what Java finds. */
class Matches {
  public static void main(String[] arguments) {
    Scanner lines = new Scanner(System.in);
    while (lines.hasNextLine()) {
      String[] texts = lines.nextLine().split("\t", -1);
      StringBuilder found = new StringBuilder();
      try {
        Pattern pattern = Pattern.compile(decode(texts[0]));
        for (int index = 1; index < texts.length; index++) {
          found.append(pattern.matcher(decode(texts[index])).find() ? '1' : '0');
        }
      } catch (PatternSyntaxException error) {
        found.append(error.getDescription() + " near index " + error.getIndex());
      }
      System.out.println(found);
    }
  }

  static String decode(String text) {
    return new String(java.util.Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }
}

export const original = {
  pages: "Pages beside the text",
  page: "Page {n} of {all}",
  page_alt: "Page {n} as it was printed",
  previous_page: "Previous page",
  next_page: "Next page",
  no_page: "The page cannot be drawn.",
  picture_alt: "{title}, the picture itself",
  picture_plain: "This picture cannot be shown here. Save the original to look at it.",
  recording: "Recording",
  play_here: "Play from here",
  play_turn: "Play from {time}",
  show_words: "Show the words being said",
};

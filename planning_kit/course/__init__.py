"""The course: its episodes, their quizzes, and the figures of the practice tambon in both."""
